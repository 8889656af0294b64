# The first run: a workspace in three steps.
first-run-steps = Steps
first-run-step = Step { $step } of { $steps }
first-run-file = File and passphrase
first-run-who = You and your organisation
first-run-begin = The first project
first-run-made = The workspace is made, and opens with the passphrase you typed. Its recovery key can still be kept here.
first-run-who-hint = New projects take your organisation as the vendor, and its logo stands on the cover of your reports. All of it can be changed later under Settings.
first-run-role = Your role
first-run-email = Your e-mail
first-run-skip = Skip for now
first-run-save = Save and continue
first-run-begin-title = Where do you want to begin?
first-run-project = Make the first project
first-run-project-hint = Number, title, client and stages. Your organisation is filled in already.
first-run-sample = Look at the sample first
first-run-sample-hint = A whole project with everything in it, in a file of its own, and a short tour by doing. Your workspace waits for you.
first-run-empty = Just open the workspace
