# 各类文件共用的固定用语；其余内容来自该类文件与记录。

document-paper-version = 第 { $version } 版
document-paper-page = { $page } / { $pages }
document-paper-client = 甲方
document-paper-vendor = 乙方
document-paper-supervisor = 监理
document-paper-witness = 见证人
document-paper-approver = 批准人
document-paper-contract = 合同
document-paper-contract-number = 合同编号
document-paper-contract-amount = 合同金额
document-paper-project = 项目
document-paper-issued = 出具
document-paper-as-of = 截至
document-paper-number-and-date = { $number }，{ $date }
document-paper-prevails-en = 以英文文本为准
document-paper-prevails-zh = 以中文文本为准
document-paper-record-digest = 记录摘要
document-paper-amount =
    { $currency ->
        [CNY] 人民币 { $amount } 元
       *[other] { $currency } { $amount }
    }
document-paper-amount-in-words = { $amount }（大写：{ $words }）
document-paper-legal-id = { $name }（{ $id }）
document-paper-section-parties = 当事各方与合同
document-paper-section-signatures = 签署
document-paper-section-signing-record = 签署记录
document-paper-column-number = 序号
document-paper-column-party = 当事方
document-paper-column-particulars = 内容
document-paper-list-separator = 、
document-paper-none = –
document-paper-does-not-sign =
    { $party ->
        [vendor] 乙方不签署本{ $paper }，原因：{ $reason }。
        [client] 甲方不签署本{ $paper }，原因：{ $reason }。
       *[supervisor] 监理单位不签署本{ $paper }，原因：{ $reason }。
    }
document-paper-wet-ink = 纸质签署：打印全文，在上方签字、注明日期并盖章，加盖骑缝章后扫描交回。扫描件与本文件出具时的摘要绑定。
document-paper-record-intro = 本页为出具文件的组成部分。每次签署在独立修订版中填写对应一行，并载明上一修订版的 SHA-256 摘要。
document-paper-record-heads = 出具前审计日志链首
document-paper-record-attachment = 本{ $paper }所载事实以 evidence-record.json 附于文件内，其 SHA-256 即记录摘要。
document-paper-logo-of = { $vendor }标识
document-paper-attachment = 佐证记录：本{ $paper }所载事实（JSON）
document-paper-field-signature = { $name }（{ $role }）签署处
document-paper-field-record = { $name }（{ $role }）签署记录
document-paper-draft = 草稿
document-paper-bilingual = { $en } · { $zh }
document-paper-bookmark = { $en } { $zh }
document-paper-numbered = { $number }  { $title }
document-paper-stamp-signed = 签署于 { $time }
document-paper-stamp-method-drawn = 屏幕手写，本次签署专用密钥
document-paper-stamp-method-typed = 输入姓名，本次签署专用密钥
document-paper-stamp-method-own-certificate = 签署人自有证书
document-paper-stamp-method-vendor-identity = 乙方自有身份证书
document-paper-stamp-method-wet-ink = 纸质签署，扫描件交回
document-paper-stamp-signer = 签署人
document-paper-stamp-method = 方式
document-paper-stamp-time = 时间
document-paper-stamp-reason = 事由
document-paper-stamp-attested = 见证人
document-paper-stamp-not-attested = 无；身份未经证实
document-paper-stamp-previous = 上一修订版
document-paper-stamp-certificate = 证书
document-paper-date = { $year }年{ $month }月{ $day }日
document-paper-number-and-version = { $number } · v{ $version }
