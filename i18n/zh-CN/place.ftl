# 国家、日历、币种与语言代码。
place-cn = 中国内地
place-hk = 中国香港
place-mo = 中国澳门
place-sg = 新加坡
place-my = 马来西亚
place-id = 印度尼西亚
place-th = 泰国
place-vn = 越南
place-ph = 菲律宾
place-la = 老挝
place-kh = 柬埔寨
place-mm = 缅甸
place-bn = 文莱
place-language-en = 英文
place-language-zh = 中文
