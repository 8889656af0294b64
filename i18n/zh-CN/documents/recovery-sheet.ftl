# 恢复单（纸面文件）：两种语言左右对照。
document-recovery-sheet-title = 恢复单
document-recovery-sheet-both = { $en } { $zh }
document-recovery-sheet-intro = 忘记口令时，可用此密钥打开下列工作区。持有本单和该文件的人可以读取其中全部内容。
document-recovery-sheet-workspace = 工作区
document-recovery-sheet-file = 文件
document-recovery-sheet-made = 生成时间
document-recovery-sheet-step-keep = 1. 请将本单与电脑分开，同合同一并妥善保管。请勿拍照，请勿外发。
document-recovery-sheet-step-open = 2. 使用时启动合符，选择该文件或其备份，再选择“恢复密钥”。
document-recovery-sheet-step-type = 3. 按组逐一输入密钥，连字符、空格和大小写均不影响。密钥中没有字母 O、I、L、U。
document-recovery-sheet-step-new = 4. 打开后请设置新口令。届时会生成新的恢复单，本单只能打开此前的备份。
