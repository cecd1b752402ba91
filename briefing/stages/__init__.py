"""The verbs of a briefing, one module each, named for its one public function: data in, new data out.

Pure: no files, network, clock or chance; what happened before comes in as data.
"""
