"""What is open now: who is here, who has the pen, the open document. No Qt."""
