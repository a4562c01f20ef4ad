"""Sound as numbers: float samples where 1.0 is full scale, and the way back to 16-bit PCM."""

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]

_FULL_SCALE = 32768.0


def from_pcm(pcm: bytes | memoryview) -> Samples:
    """Read signed 16-bit little-endian PCM.

    >>> from_pcm(bytes([0, 0, 0, 0x80])).tolist()
    [0.0, -1.0]
    """
    return np.frombuffer(pcm, "<i2") * np.float32(1 / _FULL_SCALE)


def to_pcm(samples: Samples) -> bytes:
    """Write signed 16-bit little-endian PCM, rounded, held at full scale.

    >>> to_pcm(np.array([0.0, -1.0, 2.0], np.float32)).hex(" ")
    '00 00 00 80 ff 7f'
    """
    scaled = samples * np.float32(_FULL_SCALE)
    np.rint(scaled, out=scaled)
    np.clip(scaled, -_FULL_SCALE, _FULL_SCALE - 1, out=scaled)
    return scaled.astype("<i2").tobytes()


def resampled(samples: Samples, rate: int, to: int) -> Samples:
    """Return the same sound at another sample rate (libsoxr, high quality)."""
    if rate == to:
        return samples
    import soxr

    return np.asarray(soxr.resample(samples, rate, to), dtype=np.float32)


def ratio(decibels: float) -> np.float32:
    """Turn decibels into a factor of amplitude.

    >>> round(float(ratio(-20.0)), 6)
    0.1
    """
    return np.float32(10.0 ** (decibels / 20.0))
