"""Does Clay draw what it is told? Prompts with what each must show, and an oracle that looks at the picture's masks.

`asked` says what a prompt must show; `geneval` reads GenEval's prompts, `generator` writes our own from a seed, both
with the `nouns` that a thing may be drawn as. `sight` finds out who is seen where, `colors` what a colour is called,
`relations` and `surroundings` where things stand and in what; `oracle` judges, `page` reports. Nothing here asks the
parser what it has understood.
"""
