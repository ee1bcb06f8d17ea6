"""The commands, one a module: each adds its own options and runs itself."""
