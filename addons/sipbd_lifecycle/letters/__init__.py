"""What letters on goods say; form text, Indonesian whatever the screen speaks."""
