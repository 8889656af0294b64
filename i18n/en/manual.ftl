# The manual in the window. Names of buttons and pages are references to their own messages; *…* marks a name
# of the window, `…` what is typed in a terminal.
manual-place = Manual
manual-title = Manual
manual-search = Find in the manual, in either language
manual-find = Find
manual-pages = Pages of the manual
manual-nothing = No page says this
manual-previous = Previous: { $page }
manual-next = Next: { $page }
manual-picture = Picture: { $page }
manual-return = Back to where you were
manual-key-anywhere = Anywhere
manual-key-places = Places (one key after the other)
manual-key-sections = Sections of the open project
manual-key-lists = Tables and lists
manual-key-marks = Marking a criterion
manual-key-pages = Pages of a paper
manual-key-present = Presenting
manual-key-this-map = This map
manual-key-this-page = The manual’s page for where you are
manual-key-search = Search
manual-key-undo = Undo the last act
manual-key-redo = Redo what was undone
manual-key-move = One line down, one line up
manual-key-leap = Twelve lines on or back
manual-key-ends = First and last line
manual-key-open = Open the chosen line
manual-key-leave = Close what stands in front
manual-key-next-field = Next field or button, the one before
manual-key-turn = Next page, page before
manual-key-present-move = Next item, item before (a clicker, too)
manual-key-present-ends = First screen, last screen
manual-key-present-remark = Remark, measured value
manual-key-present-photographs = Photographs
manual-key-present-language = Both languages, or one
manual-key-present-full = Full screen
manual-key-present-notes = The presenter’s page
manual-key-present-help = Keys of the presentation

# First steps
manual-first-steps-title = First steps
manual-first-steps-intro = A workspace is one encrypted file that holds all your projects. Make it once, keep its recovery sheet safe, and work.
manual-first-steps-1 = Look at the sample first
manual-first-steps-2 = On the first screen choose *{ unlock-sample }* and say where the file may lie.
manual-first-steps-3 = The sample is a whole project in both languages, from the contract to the last signature. All names in it are invented.
manual-first-steps-4 = Try everything in it: mark, issue, sign, undo. Delete the file when you have seen enough.
manual-first-steps-5 = Make your own workspace
manual-first-steps-6 = Choose *{ unlock-create }*, give it a name, and enter your own name as the audit journal is to record it.
manual-first-steps-7 = Choose a passphrase of at least ten characters. A short sentence is easy to remember and hard to guess. Nobody can look it up for you.
manual-first-steps-8 = Under *{ unlock-where }* choose a place on your own disk, not a folder that a cloud drive synchronises while you work.
manual-first-steps-9 = Press *{ unlock-make }*.
manual-first-steps-10 = Keep the recovery sheet
manual-first-steps-11 = The recovery sheet is shown once. *{ unlock-sheet-print }* it, or copy the key onto paper.
manual-first-steps-12 = Keep it where this computer is not: in the office safe, at home. It opens the workspace when the passphrase is forgotten.
manual-first-steps-13 = Tick that you have kept it and press *{ unlock-sheet-done }*.
manual-first-steps-14 = If both the passphrase and the recovery sheet are lost, the workspace cannot be opened by anyone.
manual-first-steps-15 = Open it every day
manual-first-steps-16 = Type the passphrase, or let this computer’s keychain keep the key: tick *{ unlock-remember }*. Locked by hand, it stays locked until you open it. Then *{ app-place-today }* shows what needs you over all projects: what is blocked or late, which money waits for a signature, and which clocks are running.

# Projects, contract and payments
manual-projects-title = Projects, contract and payments
manual-projects-intro = A project names the two parties, its stages, the contract, and the payments that hang on acceptance.
manual-projects-1 = Make a project
manual-projects-2 = Under *{ app-place-projects }* choose *{ project-new }*.
manual-projects-3 = Enter the number and the title in both languages. The title stands on every report.
manual-projects-4 = Choose *{ project-client }*, *{ project-vendor }* and *{ project-manager }*. Who is not recorded yet is added there: *{ project-add-organisation }*, *{ project-add-person }*.
manual-projects-5 = Under *{ project-begin-with }* choose the stages that fit, then press *{ project-make }*.
manual-projects-6 = Stages
manual-projects-7 = On *{ app-section-overview }* enter for each stage the day it began and the day it ended. A stage with a beginning and no end is the present one.
manual-projects-8 = The contract
manual-projects-9 = Press *{ overview-contract-add }* and enter number, date, title, amount and rate of VAT.
manual-projects-10 = Choose the *{ overview-contract-language }* as the contract says it.
manual-projects-11 = Enter under *{ overview-contract-deemed }* what the contract says of silence: whether it counts as acceptance or rejection, after how many working days, by which calendar, and in which clause. When the contract is silent, leave it so: Hefu assumes nothing.
manual-projects-12 = Payments
manual-projects-13 = Press *{ overview-payment-add }* for each payment of the contract: title, share, amount and currency.
manual-projects-14 = Say what makes it due: *{ overview-trigger-contract-in-force }*, *{ overview-trigger-goods-received }*, *{ overview-trigger-preliminary-acceptance-signed }* or *{ overview-trigger-final-acceptance-signed }*.
manual-projects-15 = When the money has come, enter *{ overview-payment-paid }*.
manual-projects-16 = A payment that hangs on a signature stands on *{ app-place-today }* under *{ today-money }* until the report is signed by everybody.
manual-projects-17 = Health
manual-projects-18 = Nobody types the health of a project. It is computed from the record each time, with its reasons beside it. Where the record does not say enough it says *{ project-health-unknown }*, never green.

# Parties and authority to sign
manual-parties-title = Parties and authority to sign
manual-parties-intro = Who delivers, who accepts, who supervises, and who may sign what. A report can only be issued when each signer’s authority is recorded.
manual-parties-1 = Organisations
manual-parties-2 = Under *{ app-section-parties }* choose *{ party-organisations }*, then *{ party-add-organisation }*.
manual-parties-3 = Enter the registered name in both languages exactly as the company’s papers state it, and the *{ party-legal-id }*. The name on the report is this name.
manual-parties-4 = Choose the *{ party-calendar }*: days at work and make-up days are counted by it.
manual-parties-5 = People
manual-parties-6 = Choose *{ party-add-person }* and enter name, role and organisation.
manual-parties-7 = When the person may sign, tick *{ party-may-sign-check }* and write under *{ party-may-sign-what }* what the authority covers and where it comes from, for example a letter of authority with its date.
manual-parties-8 = Press *{ text-review }* when you have read the name in both languages.
manual-parties-9 = The *{ party-note }* is for you alone. It is never printed in a paper and never shown to the client.
manual-parties-10 = Remove and undo
manual-parties-11 = A person who stands nowhere else in the record can be removed; *{ app-undo }* brings the person back. To erase someone’s personal data for good, see “{ manual-recovery-title }”.

# Scope and traceability
manual-scope-title = Scope and traceability
manual-scope-intro = Each requirement is answered by a deliverable and proved by a criterion with evidence. This page shows where the chain has a hole.
manual-scope-1 = Bring the contract’s list in
manual-scope-2 = Copy the cells from your spreadsheet, headings included.
manual-scope-3 = Under *{ app-section-scope }* press *{ scope-import }* and paste them, or choose an XLSX or CSV file.
manual-scope-4 = Say under *{ scope-import-target }* whether the rows are requirements or criteria, and press *{ scope-import-preview }*.
manual-scope-5 = Every fault is named with its cell. Nothing is taken in until all of them are gone.
manual-scope-6 = Press *{ scope-import-now }*. The whole import is one act and one *{ app-undo }* takes it back.
manual-scope-7 = Import the same list again after the client has changed it: rows are known by their numbers, so what is there is changed and what is new is added.
manual-scope-8 = Write single items
manual-scope-9 = *{ scope-add-requirement }*, *{ scope-add-deliverable }*, *{ scope-add-criterion }*. For a criterion, write what will be seen in the meeting, with its figure, so that either party would give the same mark.
manual-scope-10 = Link
manual-scope-11 = Choose a requirement. In its panel use *{ scope-link-deliverable }* and *{ scope-link-criterion }*.
manual-scope-12 = When the words at one end of a link change later, the link becomes suspect. Read both ends, then press *{ scope-link-confirm }*, or remove the link.
manual-scope-13 = Find the holes
manual-scope-14 = Above the table stand the *{ scope-holes }* with their numbers. Press one, and the table shows only the rows that have it: *{ scope-hole-no-deliverable }*, *{ scope-hole-no-criterion }*, *{ scope-hole-no-evidence }*, *{ scope-hole-evidence-expired }*, *{ scope-hole-suspect-link }*, *{ scope-hole-not-accepted }*, *{ scope-hole-text-not-reviewed }*.

# An acceptance round
manual-acceptance-title = An acceptance round
manual-acceptance-intro = In a round every criterion gets a mark, with what was measured, what was remarked and what proves it. The round ends in a conclusion.
manual-acceptance-1 = Begin a round
manual-acceptance-2 = Under *{ app-section-acceptance }* press *{ acceptance-new-round }*; choose *{ acceptance-kind-preliminary }* or *{ acceptance-kind-final }*.
manual-acceptance-3 = Enter the planned day, the day of the meeting, and under *{ acceptance-round-notice }* the day on which the client provably received your notice.
manual-acceptance-4 = Mark item by item
manual-acceptance-5 = Choose a criterion with J and K or the arrows, and mark it with the keys 1 to 4: *{ mark-passed }*, *{ mark-passed-with-remark }*, *{ mark-failed }*, *{ mark-not-tested }*.
manual-acceptance-6 = A pass with remark needs its remark: write it in both languages, as it will stand in the report.
manual-acceptance-7 = Write the measured value and name the witness where the criterion asks for it.
manual-acceptance-8 = Evidence
manual-acceptance-9 = Press *{ acceptance-evidence-attach }* and choose the file, or let it go over the window, and write *{ acceptance-evidence-title }* in both languages.
manual-acceptance-10 = Keep the file inside the workspace, or leave it where it is and keep only its hash.
manual-acceptance-11 = A test report that expires gets *{ acceptance-evidence-valid-until }*; Hefu tells you when the day has passed.
manual-acceptance-12 = Open issues
manual-acceptance-13 = What is still to be done becomes an open issue: *{ acceptance-issue-add }*, with an owner, a date, and whether it blocks acceptance.
manual-acceptance-14 = The clock
manual-acceptance-15 = When the contract says what silence means, the clock of *{ acceptance-deemed }* runs from the day after the notice, in working days of the calendar the contract names. It ends with the conclusion. Where the state has not published its calendar yet, the day is marked provisional.
manual-acceptance-16 = Conclude
manual-acceptance-17 = Press *{ acceptance-conclude }*. Only conclusions that the marks and open issues carry can be chosen; for the others the reasons stand beside them.
manual-acceptance-18 = *{ acceptance-conclusion-passed }* needs every criterion passed and no issue open. *{ acceptance-conclusion-conditional }* needs an open issue with owner and date for everything that is left.
manual-acceptance-19 = *{ acceptance-conclude-take-back }* opens the round again, as long as no report was issued on it.

# Presenting to the client
manual-presenting-title = Presenting to the client
manual-presenting-intro = The client sees one criterion at a time, large, in both languages, and nothing that is only for you. Marks and remarks are taken down as you speak.
manual-presenting-1 = On one screen
manual-presenting-2 = Open the round under *{ app-section-acceptance }* and choose *{ present }*, then *{ present-alone }*.
manual-presenting-3 = The arrows, Page Up and Page Down, the space bar and a clicker go from item to item. Each shows its place in the whole.
manual-presenting-4 = Mark with the keys 1 to 4; R opens the remark, M the measured value. Both parties see what is written while you write it.
manual-presenting-5 = P shows the photographs large; the arrows go from one to the next.
manual-presenting-6 = L changes between both languages and one. F fills the screen or gives the window back. Esc leaves.
manual-presenting-7 = On two screens
manual-presenting-8 = Choose *{ present-with-notes }*. Your laptop shows the presenter’s page: the item, the next one, the time and your notes.
manual-presenting-9 = Press *{ present-client-open }* and drag it to the projector or share only this window in the meeting. It follows you.
manual-presenting-10 = What you write under *{ present-note }* stays on your side. The client’s window is built from data that has no internal field.
manual-presenting-11 = A round whose report is issued can still be presented; it is then only read.
manual-presenting-12 = Everything written while presenting is an ordinary act: it stands in the audit journal and can be undone.

# The acceptance report
manual-report-title = The acceptance report
manual-report-intro = The report is made from the round: figures and marks come from the record, you write the text around them, in both languages.
manual-report-1 = Make the draft
manual-report-2 = In the concluded round press *{ acceptance-issue-report }*. The draft opens under *{ app-section-documents }*.
manual-report-3 = Under *{ document-details }* check number, title and date; choose the *{ document-edition }* and the *{ document-look }*.
manual-report-4 = Under *{ document-view-text }* write the paragraphs of each part; English stands left, Chinese right.
manual-report-5 = Press *{ text-review }* beside a paragraph when you have read both sides against each other.
manual-report-6 = Name who signs and in which order: *{ document-signer-add }*. Those who share a place may sign in any order.
manual-report-7 = What is in the way
manual-report-8 = Under *{ document-obstacles }* stands everything at once: a text that one language lacks, figures that differ between the two sides, a criterion not tested, a signer without authority. Press a line and you are where it can be put right.
manual-report-9 = Look at the pages
manual-report-10 = *{ document-view-preview }* shows the paper exactly as it will be issued. Page Up and Page Down turn the pages.
manual-report-11 = Review and issue
manual-report-12 = When a colleague is to read it first, choose *{ document-submit }* under *{ document-more }*. *{ document-return }* sends it back with a reason.
manual-report-13 = Press *{ document-issue }*. The dialog says number, version and pages once more; *{ document-issue-now }* fixes text, figures and signing order.
manual-report-14 = Issuing cannot be undone. When something was wrong, *{ document-supersede }* makes the next version, or *{ document-void }* takes the paper out of use; both stay in the record.

# Signing in the room
manual-signing-title = Signing in the room
manual-signing-intro = Both parties sign on your screen, one after the other, on the paper they see. Each signature says how it was made and who vouches for the person.
manual-signing-1 = Sign
manual-signing-2 = Open the issued report and press *{ document-sign }*. The page with the signatures stands at the left; the order of the signers stands at the right.
manual-signing-3 = The signer draws the signature with finger, pen or mouse, or types the name: *{ document-sign-type }*.
manual-signing-4 = Choose the key, name the witnesses in the room, and press *{ document-sign-now }*. The next signer follows.
manual-signing-5 = Which key
manual-signing-6 = *{ document-sign-key-room }*: a key made for this one signature and then forgotten. Nobody has to bring anything. The paper is protected against change; who signed is attested by the witnesses you name.
manual-signing-7 = *{ document-sign-key-certificate }*: the signer’s certificate file (PKCS#12) and its password. It is read once and not kept. The identity is what the certificate states.
manual-signing-8 = *{ document-sign-key-vendor }*: for your own side, the vendor’s identity, made at its first use and kept in this computer’s keychain.
manual-signing-9 = Before signing, the dialog says in both languages what the signature will be worth. Let the client read it.
manual-signing-10 = Someone refuses
manual-signing-11 = *{ document-sign-refuse }* asks for the reason and keeps it in the record. Nobody signs after that; when the reason is dealt with, begin a successor.
manual-signing-12 = Someone signs in ink
manual-signing-13 = *{ document-export }* the PDF, print it and have it signed and sealed.
manual-signing-14 = Scan it. Under *{ document-more }* choose *{ document-copy }*, choose the scan and the signer.
manual-signing-15 = Type at least the first eight characters of the digest printed at the foot of the copy: this binds the scan to what was issued.
manual-signing-16 = Someone signs tomorrow
manual-signing-17 = Close the dialog. The report waits, *{ app-place-today }* reminds you, and the next signer goes on where the last one stopped, even after a restart.
manual-signing-18 = Hand it over
manual-signing-19 = When the last signature has landed, *{ document-export }* the PDF and give it to both parties. One file holds both languages, all signatures and the record they rest on.

# Verifying a signed paper
manual-verifying-title = Verifying a signed paper
manual-verifying-intro = Anyone can check a signed PDF, years later and without Hefu’s record: whether it is unchanged, and who signed it.
manual-verifying-1 = In the window
manual-verifying-2 = Choose *{ verify-page-place }* at the left, or *{ unlock-verify }* on the first screen: no workspace is needed.
manual-verifying-3 = Drop the PDF onto the page. The answer is *{ verify-page-unchanged }*, *{ verify-page-changed }* or *{ verify-page-not-signed }*.
manual-verifying-4 = Two questions, two answers
manual-verifying-5 = *{ verify-page-integrity }* says whether what was signed is unchanged. It is a matter of arithmetic and needs nobody’s word.
manual-verifying-6 = *{ verify-page-identity }* says on what the name rests: witnesses in the room, the signer’s own statement, or a certificate. Hefu does not decide for you whether to trust an issuer.
manual-verifying-7 = Each signature shows what was added after it. Anything but later signatures counts as a change.
manual-verifying-8 = On the other party’s computer
manual-verifying-9 = Give the client the small program `hefu-verify` with the report. It opens nothing but that one file and needs no network.
manual-verifying-10 = `hefu-verify report.pdf` says the result; `--lang zh` says it in Chinese, `--extract folder` writes out the record the paper carries.
manual-verifying-11 = In a script, `hefu-cli verify report.pdf` answers the same as JSON, or call `verify_file`.
manual-verifying-12 = Against the journal
manual-verifying-13 = The paper states the head of the journal at the time of issuing. Enter a head from your own backup under *{ verify-page-head }* to see whether the paper states it.

# Finding anything
manual-finding-title = Finding anything
manual-finding-intro = One field finds records, documents, evidence, pages and commands, in English, Chinese or pinyin.
manual-finding-1 = Press Ctrl K (⌘K on a Mac) anywhere, or *{ search-open }* at the left.
manual-finding-2 = Type a few letters: a word in either language, a number such as a criterion’s, one or two Chinese characters, or pinyin in full or by initials: `ys` finds 验收.
manual-finding-3 = Slips in English words are forgiven. What you looked at recently stands higher.
manual-finding-4 = Move with the arrows, open with Enter, close with Esc.
manual-finding-5 = Do something
manual-finding-6 = Commands are found in the same way: undo, redo, back up now, lock, change the language or the theme.
manual-finding-7 = Within one table
manual-finding-8 = The field *{ app-filter }* above a table narrows its rows; press a heading to sort. *{ app-table-export }* writes out exactly what is shown.

# Two languages
manual-languages-title = Two languages
manual-languages-intro = English and Chinese are two halves of one text. Each half knows whether it still says the same as the other.
manual-languages-1 = Choose what you read
manual-languages-2 = English, 双语 and 中文 stand at the top of every page and change it at once. They change what you read, not what is recorded.
manual-languages-3 = Write
manual-languages-4 = English stands left, Chinese right. You may write one side now and the other later.
manual-languages-5 = Read both sides against each other and press *{ text-review }*.
manual-languages-6 = The marks on the line
manual-languages-7 = A green ring: *{ text-state-reviewed }*.
manual-languages-8 = An amber ring: *{ text-state-draft }*.
manual-languages-9 = A ring half filled with amber: *{ text-state-zh-behind }*, or *{ text-state-en-behind }*.
manual-languages-10 = A dashed ring: *{ text-state-missing }*.
manual-languages-11 = When you change one side of a reviewed text, the other side falls behind until you have looked at it again. That is the point: a late change in one language cannot slip into a signed paper.
manual-languages-12 = A paper in both languages is issued only when both sides of every text are reviewed and their figures agree.
manual-languages-13 = Chinese input
manual-languages-14 = Use the input method of your system in every field. The Enter that ends a composition never sends a form. Names of people and companies are kept as you type them, with their characters; fonts for simplified Chinese are part of the program.

# Audit journal and undo
manual-journal-title = Audit journal and undo
manual-journal-intro = Every act stands in the journal: who, what, when. Nothing in it can be changed or removed unnoticed. Most slips are undone with one key, even tomorrow.
manual-journal-1 = Undo
manual-journal-2 = After each act a notice at the foot offers *{ app-undo }*. Ctrl Z (⌘Z) does the same at any time, Ctrl Shift Z or Ctrl Y does it again.
manual-journal-3 = Under *{ app-section-journal }* choose an entry to see what it changed, and press *{ journal-page-undo-this }*. This works after a restart, too.
manual-journal-4 = When something later rests on it, undo is refused and names the later act. Undo that one first.
manual-journal-5 = Undoing is an act of its own and stands in the journal.
manual-journal-6 = Issuing, signing, refusing, exporting and changing keys are final and cannot be undone.
manual-journal-7 = Read the journal
manual-journal-8 = *{ journal-page-trail }* chooses what you read: this project, the whole workspace, or one stack’s own trail, which can be shown to an auditor of that stack alone.
manual-journal-9 = Prove that it is whole
manual-journal-10 = Press *{ journal-page-verify }*. Every entry is checked against the one before it.
manual-journal-11 = To prove that nothing was cut off at the end, enter a head from a backup or a signed paper. *{ journal-page-copy-head }* gives you today’s to keep elsewhere.

# Backup, recovery, moving
manual-recovery-title = Backup, recovery, moving
manual-recovery-intro = What to do so that a lost laptop, a forgotten passphrase or a damaged file is an inconvenience and not a loss.
manual-recovery-1 = Back up
manual-recovery-2 = Hefu backs up by itself: when a workspace is opened, while it is open, and before every risky step such as an import or a new key.
manual-recovery-3 = Under *{ app-place-workspace }* choose a *{ recovery-folder }* on another disk.
manual-recovery-4 = *{ workspace-back-up }* makes one by hand; *{ workspace-back-up-to }* writes it wherever you say.
manual-recovery-5 = A backup is encrypted like the workspace and opens with the passphrase it had then.
manual-recovery-6 = Rehearse
manual-recovery-7 = Choose a backup and press *{ recovery-rehearse }*. It is restored into a scratch file, read to the last byte, compared with this workspace, and removed.
manual-recovery-8 = The page says when a rehearsal last succeeded. Do it once a month.
manual-recovery-9 = Restore
manual-recovery-10 = *{ workspace-restore }* writes the backup to a new file. Nothing that exists is overwritten.
manual-recovery-11 = When a workspace cannot be read, Hefu puts the damaged file aside, never deletes it, and offers the newest backup.
manual-recovery-12 = The passphrase is forgotten, or known to others
manual-recovery-13 = Forgotten: on the first screen choose *{ unlock-by-recovery }* and type the key from the recovery sheet. Then set a new passphrase.
manual-recovery-14 = Known to others: *{ workspace-change-passphrase }*. A new recovery sheet is made with it; throw the old one away.
manual-recovery-15 = Move to a new laptop
manual-recovery-16 = On the old one choose *{ recovery-move }*: it makes a backup, and says what else to take.
manual-recovery-17 = On the new one choose *{ recovery-restore }* on the first screen, and compare the number of journal entries.
manual-recovery-18 = From then on work on the new one only. Two copies do not grow together again.
manual-recovery-19 = Lock
manual-recovery-20 = *{ app-lock }* at the foot of the rail forgets the key and everything shown. Fill in *{ recovery-auto-lock }*, and it locks itself when you walk away.
manual-recovery-21 = Take everything out
manual-recovery-22 = *{ recovery-export }* writes the record as JSON, the journal, the kept files and the issued papers into one folder, readable without Hefu. The folder is not encrypted.
manual-recovery-23 = Erase a person
manual-recovery-24 = Under *{ app-section-parties }* choose the person and *{ recovery-erase }*. The dialog says what goes and what stays.
manual-recovery-25 = Name who asked for it and on what ground. The journal keeps that, and its chain stays whole.
manual-recovery-26 = Issued papers and earlier backups still name the person. It cannot be undone.

# From the terminal
manual-terminal-title = From the terminal
manual-terminal-intro = Whatever the window can do, `hefu-cli` can do: for scripts, for checks, for large numbers.
manual-terminal-1 = `hefu-cli commands` lists every command with what it takes and gives.
manual-terminal-2 = `hefu-cli --workspace work.hefu call today` says what needs you. In the same way: `list_projects`, `project_overview`, `scope_matrix`, `acceptance_round`, `list_documents`.
manual-terminal-3 = A request is JSON: `hefu-cli call amount_in_words '{ "{" }"amount": "3240000.00"{ "}" }'`. A calculation needs no workspace.
manual-terminal-4 = `hefu-cli script` reads one command a line, for example many calls of `mark_criterion`, and stops at the first that is refused.
manual-terminal-5 = Back up by a timer with `back_up`, check the journal with `verify_journal`, take the last act back with `undo`.
manual-terminal-6 = The key
manual-terminal-7 = The key comes from the keychain, else from `--passphrase-fd`, else you are asked. Never write a passphrase on the command line.
manual-terminal-8 = The answer
manual-terminal-9 = Answers are JSON; `--language zh` says failures in Chinese. It ends with 0 when done, 1 when refused, 2 when the call is wrong, 3 when a paper was changed or is not signed.
manual-terminal-10 = One program works in a file at a time: lock the workspace in the window first.

# Keyboard map
manual-keys-title = Keyboard map
manual-keys-intro = Everything can be done without a mouse. Keys are heard while you are not typing in a field.

# Everyday handling.
manual-key-choose = Choose the line, or no longer
manual-key-choose-more = Choose one line after the other
manual-key-choose-all = Choose all that are shown
manual-key-choose-none = Choose none
manual-everyday-title = Everyday handling
manual-everyday-intro = Many things at once, things again, and things that outlast a crash.
manual-everyday-1 = Several at once
manual-everyday-2 = In the tables of scope, acceptance and parties tick the boxes; Shift with a click takes all lines between. By keyboard: Space, Shift with the arrows, Ctrl A.
manual-everyday-3 = Above the table stands what can be done with all of them: mark, set a day, an owner, a chapter or a priority, *{ many-confirm-links }*, *{ app-remove }*. In a round the keys 1 to 4 mark all that are chosen.
manual-everyday-4 = It is one act. One *{ app-undo }* takes it back. When one of the records cannot be changed, none is, and the message names it.
manual-everyday-5 = A project again
manual-everyday-6 = On *{ app-section-overview }* choose *{ project-duplicate }* under *{ document-more }*, and give the new project its number and title.
manual-everyday-7 = Say whether planned days are *{ project-dates-shifted }* or *{ project-dates-cleared }*. What happened in the old project stays there.
manual-everyday-8 = The paragraphs of its documents come as drafts: read them before you issue anything.
manual-everyday-9 = Templates
manual-everyday-10 = *{ template-save }*, under *{ document-more }* on *{ app-section-overview }*, keeps what a project is built of without names of the client and people, money and days.
manual-everyday-11 = Choose the template under *{ project-begin-with }* when you make a project. With a first day and an amount, days and payments are filled in.
manual-everyday-12 = *{ template-title }* on *{ app-place-projects }* lists, renames and removes them.
manual-everyday-13 = A document again
manual-everyday-14 = In a document choose *{ document-duplicate }* under *{ document-more }*: a new draft with the same paragraphs and signers. To replace an issued paper choose *{ document-supersede }* instead.
manual-everyday-15 = Pictures
manual-everyday-16 = Copy a picture anywhere and press Ctrl V beside a criterion, or *{ paste-image }*. It goes into the workspace as a PNG and lies nowhere else.
manual-everyday-17 = A record as text or on paper
manual-everyday-18 = *{ sheet-copy }* in the head of a panel copies its fields for a mail or a chat, in the languages you read.
manual-everyday-19 = *{ sheet-print }* writes one page with title, fields, date and page numbers. Print it from there. Internal notes are on neither.
manual-everyday-20 = What you typed and did not save
manual-everyday-21 = While you type, Hefu keeps it inside the encrypted file. After a crash, or when you left without saving, the form offers it again: *{ draft-restore }* or *{ draft-discard }*. It is no part of the record until you save.
