from command import Narrate


def test_a_healthy_machine(narrate: Narrate) -> None:
    done = narrate("doctor")
    assert done.returncode == 0, done.stdout
    for subject in ("narrate", "ffmpeg", "engine pyttsx3", "voices", "readers", "formats", "player"):
        assert subject in done.stdout


def test_what_is_missing_is_said_with_its_remedy(narrate: Narrate) -> None:
    done = narrate("doctor", NARRATE_FFMPEG="/no/such/ffmpeg")
    assert done.returncode == 1
    assert "MISSING  ffmpeg" in done.stdout
    assert "imageio-ffmpeg" in done.stdout
