# The two sides of a bilingual text.
text-state-reviewed = Both languages reviewed
text-state-draft = Draft: not yet reviewed against each other
text-state-zh-behind = The Chinese is behind the English
text-state-en-behind = The English is behind the Chinese
text-state-missing = Not written yet
text-missing = not written yet
text-review = Confirm both languages
