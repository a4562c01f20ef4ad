"""The place where work runs: in this process, in a pool of processes, or on a Dask cluster."""
