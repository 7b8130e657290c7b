"""The builders: one module per family of kinds, one function per kind, both named as in the table.

A builder models what a `look` asks for, with the colours of `palette`, the coats of `patterns` and, for animals, the
`eyes` and the `quadruped` rig of the folder above. None knows where its thing will stand. A family is imported when its
first member is built.
"""
