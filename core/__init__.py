"""What Meipi knows and does, without a window."""
