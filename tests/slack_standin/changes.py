"""The events of what people do to messages that stand there."""

from tests.slack_standin.scene import GENERAL, Scene
from tests.slack_standin.workspace import Json


def edit(scene: Scene, ts: str, text: str, channel: str = GENERAL) -> Json:
    """The event of a message's edit."""
    (before,) = (m for m in scene.workspace.channels[channel] if m["ts"] == ts)
    after = {**before, "text": text, "edited": {"user": before["user"], "ts": "2.0"}}
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "channel": channel,
        "ts": scene.workspace.stamp(),
        "message": after,
        "previous_message": before,
    }


def deletion(scene: Scene, ts: str, channel: str = GENERAL) -> Json:
    """The event of a message's deletion."""
    (before,) = (m for m in scene.workspace.channels[channel] if m["ts"] == ts)
    return {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "channel": channel,
        "ts": scene.workspace.stamp(),
        "deleted_ts": ts,
        "previous_message": before,
    }
