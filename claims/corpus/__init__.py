"""Many documents at once: nothing stands here yet; `claims check` reads folders one document after another."""
