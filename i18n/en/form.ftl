# The foot of every form.
form-missing = Still missing: { $fields }
form-unread = Cannot be read: { $fields }
