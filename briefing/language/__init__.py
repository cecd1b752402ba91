"""Words, sentences, stems, stop words, quotations: what is known of languages. The only door to nltk."""
