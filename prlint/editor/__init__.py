"""What an editor is told of a draft while it is written, over the Language Server Protocol (3.17)."""
