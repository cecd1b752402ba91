"""What the HTML edition needs beyond the words: texts in pieces, places in its drawings, its style and script."""
