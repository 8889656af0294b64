# 窗口内的手册。按钮和页面名称均引用其自身的消息；*…* 为界面名称，`…` 为终端中输入的内容。
manual-place = 手册
manual-title = 使用手册
manual-search = 在手册中查找，中英文均可
manual-find = 查找
manual-pages = 手册目录
manual-nothing = 手册中没有相关内容
manual-previous = 上一页：{ $page }
manual-next = 下一页：{ $page }
manual-picture = 图：{ $page }
manual-return = 回到原处
manual-key-anywhere = 任何位置
manual-key-places = 前往页面（依次按下）
manual-key-sections = 当前项目的栏目
manual-key-lists = 表格与列表
manual-key-marks = 标记验收结果
manual-key-pages = 文件预览
manual-key-present = 演示
manual-key-this-map = 本快捷键页
manual-key-this-page = 当前页面的手册
manual-key-search = 搜索
manual-key-undo = 撤销上一步
manual-key-redo = 重做
manual-key-move = 下一行、上一行
manual-key-leap = 向后、向前十二行
manual-key-ends = 第一行、最后一行
manual-key-open = 打开选中的一行
manual-key-leave = 关闭前面的窗口
manual-key-next-field = 下一个、上一个输入框或按钮
manual-key-turn = 下一页、上一页
manual-key-present-move = 下一项、上一项（翻页笔同样可用）
manual-key-present-ends = 首屏、末屏
manual-key-present-remark = 保留意见、实测值
manual-key-present-photographs = 照片
manual-key-present-language = 双语或单语
manual-key-present-full = 全屏
manual-key-present-notes = 主讲人页面
manual-key-present-help = 演示快捷键

# 开始使用
manual-first-steps-title = 开始使用
manual-first-steps-intro = 工作区是一个加密文件，存放您的全部项目。只需创建一次，把恢复单收好，就可以开始工作。
manual-first-steps-1 = 先看示例
manual-first-steps-2 = 在首屏点击*{ unlock-sample }*，选择文件存放的位置。
manual-first-steps-3 = 示例是一个完整的双语项目，从合同一直到最后一个签名，其中的名称均为虚构。
manual-first-steps-4 = 可以随意尝试：标记结果、出具报告、签署、撤销。看完之后删除该文件即可。
manual-first-steps-5 = 创建自己的工作区
manual-first-steps-6 = 点击*{ unlock-create }*，填写工作区名称，以及审计日志中要记录的您的姓名。
manual-first-steps-7 = 设置至少十个字符的口令。用一句话作口令，好记难猜。口令只有您知道，任何人都无法代查。
manual-first-steps-8 = 在*{ unlock-where }*处选择本机磁盘上的位置，不要放在网盘实时同步的文件夹中。
manual-first-steps-9 = 点击*{ unlock-make }*。
manual-first-steps-10 = 收好恢复单
manual-first-steps-11 = 恢复单只显示一次。请点击*{ unlock-sheet-print }*，或把密钥抄写在纸上。
manual-first-steps-12 = 恢复单要与本机分开存放，例如办公室保险柜或家中。忘记口令时，凭它可以打开工作区。
manual-first-steps-13 = 勾选已妥善保管，再点击*{ unlock-sheet-done }*。
manual-first-steps-14 = 口令和恢复单都遗失时，任何人都无法打开这个工作区。
manual-first-steps-15 = 日常打开
manual-first-steps-16 = 输入口令即可打开；也可以勾选*{ unlock-remember }*，以后由本机钥匙串打开；手动锁定后，须由您再次打开。打开后，*{ app-place-today }*列出各项目中需要您处理的事项：受阻的、逾期的、等待签署的回款，以及正在计时的期限。

# 项目、合同与付款
manual-projects-title = 项目、合同与付款
manual-projects-intro = 项目记录双方单位、阶段、合同，以及与验收挂钩的付款。
manual-projects-1 = 新建项目
manual-projects-2 = 在*{ app-place-projects }*页点击*{ project-new }*。
manual-projects-3 = 填写项目编号和中英文名称。名称会出现在每一份报告上。
manual-projects-4 = 选择*{ project-client }*、*{ project-vendor }*和*{ project-manager }*。尚未录入的，可当场添加：*{ project-add-organisation }*、*{ project-add-person }*。
manual-projects-5 = 在*{ project-begin-with }*中选择合适的阶段，再点击*{ project-make }*。
manual-projects-6 = 阶段
manual-projects-7 = 在*{ app-section-overview }*中填写各阶段的开始日和结束日。已开始而未结束的，就是当前阶段。
manual-projects-8 = 合同
manual-projects-9 = 点击*{ overview-contract-add }*，填写编号、日期、名称、金额和增值税率。
manual-projects-10 = 按合同约定选择*{ overview-contract-language }*。
manual-projects-11 = 在*{ overview-contract-deemed }*中录入合同约定：甲方不答复时视为合格还是不合格、多少个工作日之后、按哪个日历、依据哪一条款。合同没有约定的就不填，合符不会替您假定。
manual-projects-12 = 付款
manual-projects-13 = 合同中的每笔付款，都点击*{ overview-payment-add }*录入名称、占比、金额和币种。
manual-projects-14 = 选择付款条件：*{ overview-trigger-contract-in-force }*、*{ overview-trigger-goods-received }*、*{ overview-trigger-preliminary-acceptance-signed }*或*{ overview-trigger-final-acceptance-signed }*。
manual-projects-15 = 款项到账后，填写*{ overview-payment-paid }*。
manual-projects-16 = 以签署为条件的付款，会列在*{ app-place-today }*的*{ today-money }*中，直到各方签完报告。
manual-projects-17 = 健康度
manual-projects-18 = 健康度不由人填写，每次都根据记录计算，并列出理由。记录不足以判断时显示*{ project-health-unknown }*，不会显示为正常。

# 相关方与签署权限
manual-parties-title = 相关方与签署权限
manual-parties-intro = 记录谁交付、谁验收、谁监理，以及谁有权签署什么。每位签署人的授权都有记录，报告才能出具。
manual-parties-1 = 单位
manual-parties-2 = 在*{ app-section-parties }*中切换到*{ party-organisations }*，点击*{ party-add-organisation }*。
manual-parties-3 = 按证照原样填写中英文注册名称，并填写*{ party-legal-id }*。报告上使用的就是这个名称。
manual-parties-4 = 选择*{ party-calendar }*，工作日和调休日均按此计算。
manual-parties-5 = 人员
manual-parties-6 = 点击*{ party-add-person }*，填写姓名、职务和单位。
manual-parties-7 = 有签署权限的，勾选*{ party-may-sign-check }*，在*{ party-may-sign-what }*中写明授权范围和依据，例如授权书及其日期。
manual-parties-8 = 核对过中英文姓名后，点击*{ text-review }*。
manual-parties-9 = *{ party-note }*仅供您自己查看，不会印入文件，也不会展示给甲方。
manual-parties-10 = 移除与撤销
manual-parties-11 = 未被其他记录引用的人员可以移除，点击*{ app-undo }*即可恢复。需要永久删除某人的个人信息时，见“{ manual-recovery-title }”。

# 范围与追溯
manual-scope-title = 范围与追溯
manual-scope-intro = 每项需求都要有交付物对应，有验收标准证明，并附佐证材料。这一页显示链条在哪里断开。
manual-scope-1 = 导入合同清单
manual-scope-2 = 在电子表格中复制单元格，连同表头。
manual-scope-3 = 在*{ app-section-scope }*中点击*{ scope-import }*，粘贴表格，或选择 XLSX、CSV 文件。
manual-scope-4 = 在*{ scope-import-target }*中选择需求或验收标准，点击*{ scope-import-preview }*。
manual-scope-5 = 每处问题都标明单元格。全部改正之前，不会导入任何内容。
manual-scope-6 = 点击*{ scope-import-now }*。整次导入算作一步，点一次*{ app-undo }*即可全部退回。
manual-scope-7 = 甲方修改清单后可再次导入：按编号识别，已有的更新，新的添加。
manual-scope-8 = 逐项填写
manual-scope-9 = 点击*{ scope-add-requirement }*、*{ scope-add-deliverable }*、*{ scope-add-criterion }*。验收标准要写明会上能看到的现象和数值，让双方都能得出同一结果。
manual-scope-10 = 建立关联
manual-scope-11 = 选中一项需求，在右侧使用*{ scope-link-deliverable }*和*{ scope-link-criterion }*。
manual-scope-12 = 关联的一端后来改了文字，该关联即变为待确认。请重读两端，点击*{ scope-link-confirm }*，或取消关联。
manual-scope-13 = 查找缺口
manual-scope-14 = 表格上方列出*{ scope-holes }*及数量。点击其中一项，表格只显示有此缺口的行：*{ scope-hole-no-deliverable }*、*{ scope-hole-no-criterion }*、*{ scope-hole-no-evidence }*、*{ scope-hole-evidence-expired }*、*{ scope-hole-suspect-link }*、*{ scope-hole-not-accepted }*、*{ scope-hole-text-not-reviewed }*。

# 验收轮次
manual-acceptance-title = 验收轮次
manual-acceptance-intro = 在一轮验收中，每项标准都得到一个结果，并附实测值、保留意见和佐证材料。最后形成验收结论。
manual-acceptance-1 = 开始一轮
manual-acceptance-2 = 在*{ app-section-acceptance }*中点击*{ acceptance-new-round }*，选择*{ acceptance-kind-preliminary }*或*{ acceptance-kind-final }*。
manual-acceptance-3 = 填写计划日期和会议日期，并在*{ acceptance-round-notice }*中填写有凭证的通知送达日。
manual-acceptance-4 = 逐项标记
manual-acceptance-5 = 用 J、K 或方向键选择标准，按数字键 1 至 4 标记：*{ mark-passed }*、*{ mark-passed-with-remark }*、*{ mark-failed }*、*{ mark-not-tested }*。
manual-acceptance-6 = 选择有保留通过时必须填写保留意见，请写中英文，报告中会照此列出。
manual-acceptance-7 = 标准有要求的，填写实测值和见证人。
manual-acceptance-8 = 佐证材料
manual-acceptance-9 = 点击*{ acceptance-evidence-attach }*选择文件，或把文件拖到窗口中，再用中英文填写*{ acceptance-evidence-title }*。
manual-acceptance-10 = 文件可以存入工作区，也可以留在原处，只记录摘要。
manual-acceptance-11 = 有有效期的测试报告，请填写*{ acceptance-evidence-valid-until }*，过期后合符会提醒。
manual-acceptance-12 = 遗留问题
manual-acceptance-13 = 验收后仍须完成的事项，点击*{ acceptance-issue-add }*录入责任人、期限，以及是否影响验收。
manual-acceptance-14 = 期限计时
manual-acceptance-15 = 合同对不答复有约定的，*{ acceptance-deemed }*的期限自通知送达的次日起，按合同所定日历的工作日计算，作出结论后停止。国家尚未公布当年安排的，标明日历暂定。
manual-acceptance-16 = 作出结论
manual-acceptance-17 = 点击*{ acceptance-conclude }*。只能选择逐项结果和遗留问题所支持的结论，其余结论旁列出不能选的理由。
manual-acceptance-18 = *{ acceptance-conclusion-passed }*要求各项均通过且没有未关闭的遗留问题；*{ acceptance-conclusion-conditional }*要求剩余事项都列为遗留问题，并有责任人和期限。
manual-acceptance-19 = 尚未据此出具报告时，可点击*{ acceptance-conclude-take-back }*重新打开本轮。

# 向客户演示
manual-presenting-title = 向客户演示
manual-presenting-intro = 客户看到的页面每次只有一项标准，字大、双语，没有任何内部内容。边讲边记录结果和意见。
manual-presenting-1 = 一块屏幕
manual-presenting-2 = 在*{ app-section-acceptance }*中打开本轮，点击*{ present }*，选择*{ present-alone }*。
manual-presenting-3 = 用方向键、翻页键、空格键或翻页笔逐项切换。画面上标明当前是第几项、共几项。
manual-presenting-4 = 按数字键 1 至 4 标记结果；按 R 填写保留意见，按 M 填写实测值。双方当场看到所写的内容。
manual-presenting-5 = 按 P 放大照片，用方向键逐张查看。
manual-presenting-6 = 按 L 切换双语或单语，按 F 切换全屏，按 Esc 退出。
manual-presenting-7 = 两块屏幕
manual-presenting-8 = 选择*{ present-with-notes }*。您的电脑上显示主讲人页面：当前项、下一项、时间和备注。
manual-presenting-9 = 点击*{ present-client-open }*，拖到投影屏幕上，或在线上会议中只共享这个窗口。它会随您的操作切换。
manual-presenting-10 = *{ present-note }*中的内容只在您这一侧。客户窗口所用的数据根本不含内部字段。
manual-presenting-11 = 已出具报告的轮次仍可演示，但只能查看。
manual-presenting-12 = 演示中记录的内容与平时一样，写入审计日志，并可撤销。

# 验收报告
manual-report-title = 验收报告
manual-report-intro = 报告由验收轮次生成：数字和结果取自记录，您只需用两种语言撰写说明文字。
manual-report-1 = 生成草稿
manual-report-2 = 在已有结论的轮次中点击*{ acceptance-issue-report }*，草稿在*{ app-section-documents }*中打开。
manual-report-3 = 在*{ document-details }*中核对编号、标题和日期，选择*{ document-edition }*和*{ document-look }*。
manual-report-4 = 在*{ document-view-text }*中撰写各部分的段落，左英右中。
manual-report-5 = 对照读过中英文后，点击段落旁的*{ text-review }*。
manual-report-6 = 点击*{ document-signer-add }*，指定签署人和次序。次序相同的人可以任意先后签署。
manual-report-7 = 须处理的事项
manual-report-8 = *{ document-obstacles }*一次列出全部事项：缺少一种语言、两侧数字不一致、标准未测试、签署人没有授权等。点击即可前往处理。
manual-report-9 = 预览
manual-report-10 = *{ document-view-preview }*显示与出具时完全一致的页面，用翻页键翻页。
manual-report-11 = 审核与出具
manual-report-12 = 需要同事先审的，在*{ document-more }*中选择*{ document-submit }*。审核人可用*{ document-return }*附理由退回。
manual-report-13 = 点击*{ document-issue }*，再次核对编号、版本和页数，点击*{ document-issue-now }*后，正文、数字和签署次序即固定。
manual-report-14 = 出具不能撤销。有误时，用*{ document-supersede }*编制下一版，或用*{ document-void }*停用；原文件都保留在记录中。

# 现场签署
manual-signing-title = 现场签署
manual-signing-intro = 双方在您的屏幕上依次签署，看到的就是所签的文件。每个签名都注明签署方式，以及由谁证明签署人身份。
manual-signing-1 = 签署
manual-signing-2 = 打开已出具的报告，点击*{ document-sign }*。左侧是签署页，右侧是签署次序。
manual-signing-3 = 签署人用手指、触控笔或鼠标手写签名，也可点击*{ document-sign-type }*键入姓名。
manual-signing-4 = 选择密钥，填写在场见证人，点击*{ document-sign-now }*。随后由下一位签署。
manual-signing-5 = 使用哪种密钥
manual-signing-6 = *{ document-sign-key-room }*：只为这一次签署生成，用后即毁，无需任何准备。文件从此防改动；签署人身份由所填见证人证明。
manual-signing-7 = *{ document-sign-key-certificate }*：使用签署人自己的证书文件（PKCS#12）及密码，只读取一次，不予保存。身份以证书所载为准。
manual-signing-8 = *{ document-sign-key-vendor }*：供乙方使用，首次使用时生成，保存在本机钥匙串中。
manual-signing-9 = 签署前，对话框用两种语言说明这个签名能证明什么。请让甲方看清楚。
manual-signing-10 = 有人拒签
manual-signing-11 = 点击*{ document-sign-refuse }*并填写理由，理由记入记录，此后不再签署。处理完毕后编制新版本。
manual-signing-12 = 有人要纸质签署
manual-signing-13 = 点击*{ document-export }*，保存 PDF，打印后签字盖章。
manual-signing-14 = 扫描后，在*{ document-more }*中选择*{ document-copy }*，选择扫描件和签署人。
manual-signing-15 = 输入页脚所印摘要的前八位以上字符，将扫描件与出具的版本绑定。
manual-signing-16 = 有人明天才签
manual-signing-17 = 直接关闭对话框即可。报告会一直等待，*{ app-place-today }*会提醒，重新启动后也能接着签。
manual-signing-18 = 交付
manual-signing-19 = 最后一人签完后，点击*{ document-export }*，将 PDF 交给双方。一个文件包含两种语言、全部签名和所依据的记录。

# 验证已签文件
manual-verifying-title = 验证已签文件
manual-verifying-intro = 任何人都可以在多年之后验证已签 PDF，不需要合符中的记录：是否被改动，由谁签署。
manual-verifying-1 = 在窗口中
manual-verifying-2 = 点击左侧*{ verify-page-place }*，或首屏的*{ unlock-verify }*，无需打开工作区。
manual-verifying-3 = 将 PDF 拖入页面，结果为*{ verify-page-unchanged }*、*{ verify-page-changed }*或*{ verify-page-not-signed }*。
manual-verifying-4 = 两个问题，分别回答
manual-verifying-5 = *{ verify-page-integrity }*回答签署的内容是否被改动。这由运算得出，不依赖任何人的说法。
manual-verifying-6 = *{ verify-page-identity }*回答姓名以什么为据：在场见证人、签署人自述，或证书。是否信任签发者，由您自行判断。
manual-verifying-7 = 每个签名下列出其后增加的内容。除后续签名外，任何增加都算改动。
manual-verifying-8 = 在对方的电脑上
manual-verifying-9 = 将小程序 `hefu-verify` 随报告一并交给甲方。它只读取这一个文件，不需要网络。
manual-verifying-10 = `hefu-verify report.pdf` 给出结果；加 `--lang zh` 以中文显示，加 `--extract 文件夹` 取出文件所附的记录。
manual-verifying-11 = 在脚本中用 `hefu-cli verify report.pdf`，以 JSON 给出同样的结果，也可调用 `verify_file`。
manual-verifying-12 = 与日志核对
manual-verifying-13 = 文件载明出具时的日志链首。将备份中的链首填入*{ verify-page-head }*，即可核对文件是否载有。

# 查找
manual-finding-title = 查找
manual-finding-intro = 一个搜索框，可以用英文、中文或拼音查找记录、文件、佐证材料、页面和命令。
manual-finding-1 = 随时按 Ctrl K（Mac 为 ⌘K），或点击左侧*{ search-open }*。
manual-finding-2 = 输入几个字：任一语言的词、验收标准等的编号、一两个汉字，或拼音全拼、首字母，例如 `ys` 可找到“验收”。
manual-finding-3 = 英文拼写稍有差错也能找到。最近看过的排在前面。
manual-finding-4 = 用方向键移动，回车打开，Esc 关闭。
manual-finding-5 = 执行命令
manual-finding-6 = 命令也用同样的方式查找：撤销、重做、立即备份、锁定、切换语言或外观。
manual-finding-7 = 在一张表中
manual-finding-8 = 表格上方的*{ app-filter }*可缩小范围，点击表头可排序。*{ app-table-export }*会导出当前显示的内容。

# 双语
manual-languages-title = 双语
manual-languages-intro = 英文和中文是同一段文字的两半。每一半都知道自己是否仍与另一半一致。
manual-languages-1 = 选择显示语言
manual-languages-2 = 每页顶部都有 English、双语、中文，点击即切换。切换只影响显示，不影响记录。
manual-languages-3 = 填写
manual-languages-4 = 左侧写英文，右侧写中文，可以先写一侧，另一侧以后再补。
manual-languages-5 = 对照读过两侧后，点击*{ text-review }*。
manual-languages-6 = 中线上的标记
manual-languages-7 = 绿色圆环：*{ text-state-reviewed }*。
manual-languages-8 = 琥珀色圆环：*{ text-state-draft }*。
manual-languages-9 = 半边填满琥珀色：*{ text-state-zh-behind }*，或*{ text-state-en-behind }*。
manual-languages-10 = 虚线圆环：*{ text-state-missing }*。
manual-languages-11 = 已核对的文字改了一侧，另一侧即标为待更新，直到重新核对。这样，单侧的临时改动就不会混入已签文件。
manual-languages-12 = 双语文件只有在每段文字两侧都已核对、数字一致时才能出具。
manual-languages-13 = 中文输入
manual-languages-14 = 各处都可使用系统的中文输入法，输入法选词时的回车不会提交表单。人名、单位名按输入原样保存，简体中文字体已随程序提供。

# 审计日志与撤销
manual-journal-title = 审计日志与撤销
manual-journal-intro = 每一步操作都记入日志：谁、何时、做了什么。日志内容无法悄悄更改或删除。多数失误一键即可撤销，隔天也行。
manual-journal-1 = 撤销
manual-journal-2 = 每步操作后，底部提示中都有*{ app-undo }*。随时可按 Ctrl Z（⌘Z）撤销，按 Ctrl Shift Z 或 Ctrl Y 重做。
manual-journal-3 = 在*{ app-section-journal }*中选中一条，可查看其改动，并点击*{ journal-page-undo-this }*。重新启动后仍然有效。
manual-journal-4 = 后续操作以它为依据时，撤销会被拒绝，并指明是哪一步。请先撤销那一步。
manual-journal-5 = 撤销本身也是一步操作，同样记入日志。
manual-journal-6 = 出具、签署、拒签、导出和更换密钥一经完成即固定，不能撤销。
manual-journal-7 = 查看日志
manual-journal-8 = 在*{ journal-page-trail }*中选择范围：本项目、整个工作区，或某个技术栈自己的日志链，后者可单独提供给该系统的审计方。
manual-journal-9 = 验证完整
manual-journal-10 = 点击*{ journal-page-verify }*，逐条与前一条核对。
manual-journal-11 = 要证明末尾没有被截去，请填入备份或已签文件中的链首。*{ journal-page-copy-head }*可复制当前链首，另行保存。

# 备份、恢复与迁移
manual-recovery-title = 备份、恢复与迁移
manual-recovery-intro = 提前做好准备，让电脑丢失、忘记口令或文件损坏只是麻烦，而不是损失。
manual-recovery-1 = 备份
manual-recovery-2 = 合符会自动备份：打开工作区时、使用过程中，以及导入、更换密钥等有风险的操作之前。
manual-recovery-3 = 在*{ app-place-workspace }*中，将*{ recovery-folder }*设在另一块磁盘上。
manual-recovery-4 = 点击*{ workspace-back-up }*手动备份；点击*{ workspace-back-up-to }*可另选位置。
manual-recovery-5 = 备份与工作区一样加密，用备份当时的口令打开。
manual-recovery-6 = 演练
manual-recovery-7 = 选择一份备份，点击*{ recovery-rehearse }*。备份会恢复为临时文件，逐字节读取，并与当前工作区核对，随后删除。
manual-recovery-8 = 页面会显示最近一次演练成功的时间。建议每月做一次。
manual-recovery-9 = 恢复
manual-recovery-10 = 点击*{ workspace-restore }*，将备份写成新文件，不会覆盖现有文件。
manual-recovery-11 = 工作区无法读取时，合符会把损坏的文件另行保留，不会删除，并提供最近的备份。
manual-recovery-12 = 忘记口令，或口令外泄
manual-recovery-13 = 忘记口令：在首屏选择*{ unlock-by-recovery }*，输入恢复单上的密钥，然后设置新口令。
manual-recovery-14 = 口令外泄：点击*{ workspace-change-passphrase }*。恢复单会随之更换，旧的请销毁。
manual-recovery-15 = 迁移到新电脑
manual-recovery-16 = 在旧电脑上点击*{ recovery-move }*，它会生成备份，并说明还需带走什么。
manual-recovery-17 = 在新电脑首屏选择*{ recovery-restore }*，并核对日志条数。
manual-recovery-18 = 此后只在新电脑上工作，两份副本无法再合并。
manual-recovery-19 = 锁定
manual-recovery-20 = 点击左下角的*{ app-lock }*，密钥和显示内容随即清除。填写*{ recovery-auto-lock }*，离开时会自动锁定。
manual-recovery-21 = 全部导出
manual-recovery-22 = 点击*{ recovery-export }*，将记录（JSON）、日志、留存文件和已出具文件写入一个文件夹，不用合符也能阅读。该文件夹未加密。
manual-recovery-23 = 删除个人信息
manual-recovery-24 = 在*{ app-section-parties }*中选择此人，点击*{ recovery-erase }*。对话框会列明删除什么、保留什么。
manual-recovery-25 = 填写由谁提出及依据。日志会保留这一条，日志链保持完整。
manual-recovery-26 = 已出具的文件和此前的备份中仍有此人姓名。此操作无法撤销。

# 在终端中使用
manual-terminal-title = 在终端中使用
manual-terminal-intro = 窗口能做的，`hefu-cli` 都能做，适合脚本、核对和批量处理。
manual-terminal-1 = `hefu-cli commands` 列出全部命令及其输入和输出。
manual-terminal-2 = `hefu-cli --workspace work.hefu call today` 列出需要您处理的事项。同样可用 `list_projects`、`project_overview`、`scope_matrix`、`acceptance_round`、`list_documents`。
manual-terminal-3 = 请求用 JSON 书写：`hefu-cli call amount_in_words '{ "{" }"amount": "3240000.00"{ "}" }'`。计算类命令不需要工作区。
manual-terminal-4 = `hefu-cli script` 每行执行一条命令，例如连续多次 `mark_criterion`，遇到拒绝即停止。
manual-terminal-5 = 定时备份用 `back_up`，验证日志用 `verify_journal`，撤销上一步用 `undo`。
manual-terminal-6 = 密钥
manual-terminal-7 = 密钥取自钥匙串；没有时读取 `--passphrase-fd`，再没有则当场询问。切勿把口令写在命令行上。
manual-terminal-8 = 结果
manual-terminal-9 = 结果为 JSON；加 `--language zh`，失败说明用中文。退出码：0 完成，1 被拒绝，2 调用有误，3 文件被改动或未签署。
manual-terminal-10 = 同一文件同时只能由一个程序使用，请先在窗口中锁定工作区。

# 键盘快捷键
manual-keys-title = 键盘快捷键
manual-keys-intro = 不用鼠标也能完成全部操作。光标不在输入框中时，快捷键有效。

# 日常处理。
manual-key-choose = 选中该行或取消
manual-key-choose-more = 逐行连续选中
manual-key-choose-all = 选中当前显示的全部
manual-key-choose-none = 取消选择
manual-everyday-title = 日常处理
manual-everyday-intro = 一次处理多项、重复利用已有内容，以及意外退出后不丢失输入。
manual-everyday-1 = 一次处理多项
manual-everyday-2 = 在范围、验收和相关方的表格中勾选各行；按住 Shift 单击可选中其间各行。键盘操作：空格、Shift 加方向键、Ctrl A。
manual-everyday-3 = 表格上方列出可对所选各项进行的处理：标记结果，设定日期、责任人、章节或优先级，*{ many-confirm-links }*，*{ app-remove }*。在验收轮次中，按键 1 至 4 标记全部所选标准。
manual-everyday-4 = 这是一次操作，一次*{ app-undo }*即可全部撤回。若其中一项无法处理，则全部不改动，并指明是哪一项。
manual-everyday-5 = 复制项目
manual-everyday-6 = 在*{ app-section-overview }*的*{ document-more }*中选择*{ project-duplicate }*，填写新项目的编号和名称。
manual-everyday-7 = 选择计划日期*{ project-dates-shifted }*或*{ project-dates-cleared }*。原项目已发生的内容留在原项目。
manual-everyday-8 = 文件段落转为草稿，签发前请重新核对。
manual-everyday-9 = 模板
manual-everyday-10 = 在*{ app-section-overview }*的*{ document-more }*中选择*{ template-save }*，保留项目结构，不含甲方和人员名称、金额与日期。
manual-everyday-11 = 新建项目时在*{ project-begin-with }*中选用模板。填写首日和金额后，日期与付款自动带出。
manual-everyday-12 = *{ app-place-projects }*页面的*{ template-title }*可查看、重命名和移除模板。
manual-everyday-13 = 复制文件
manual-everyday-14 = 在文件的*{ document-more }*中选择*{ document-duplicate }*，以相同的段落和签署人生成新草稿。如需替换已签发的文件，请选择*{ document-supersede }*。
manual-everyday-15 = 图片
manual-everyday-16 = 复制任意图片，在验收标准旁按 Ctrl V，或选择*{ paste-image }*。图片以 PNG 存入工作区，不在别处留存。
manual-everyday-17 = 单条记录的文字与打印
manual-everyday-18 = 面板顶部的*{ sheet-copy }*按您阅读的语言复制各项内容，可粘贴到邮件或聊天中。
manual-everyday-19 = *{ sheet-print }*生成一页，含标题、各项内容、日期和页码，可从该文件打印。内部备注不会出现。
manual-everyday-20 = 已输入未保存的内容
manual-everyday-21 = 输入时，合符将内容保留在加密文件中。意外退出或未保存离开后，表单会再次提供：*{ draft-restore }*或*{ draft-discard }*。保存之前不属于正式记录。
