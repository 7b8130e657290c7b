"""Can what Clay writes be read? Sixty texts are drawn and read back by Tesseract."""
