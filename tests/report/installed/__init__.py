"""The product as people have it: built, installed into a fresh environment, used there, and gone again."""
