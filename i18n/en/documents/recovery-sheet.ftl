# The recovery sheet as a paper: both languages stand side by side on it.
document-recovery-sheet-title = Recovery sheet
document-recovery-sheet-both = { $en } { $zh }
document-recovery-sheet-intro = This key opens the workspace named below when its passphrase is lost. Whoever has this sheet and the file can read everything in it.
document-recovery-sheet-workspace = Workspace
document-recovery-sheet-file = File
document-recovery-sheet-made = Made
document-recovery-sheet-step-keep = 1. Keep this sheet apart from the computer, where you keep contracts. Do not photograph it and do not send it.
document-recovery-sheet-step-open = 2. To use it, start Hefu, choose the file or a backup of it, and choose “Recovery key”.
document-recovery-sheet-step-type = 3. Type the key group by group. Hyphens, spaces and small letters do not matter. There is no letter O, I, L or U in it.
document-recovery-sheet-step-new = 4. Then give the workspace a new passphrase. This makes a new sheet, and this one opens only backups made before.
