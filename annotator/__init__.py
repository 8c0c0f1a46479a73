"""核数: checking the numbers in Chinese news. Start reading at pipeline.py."""

__version__ = "0.1.0"
