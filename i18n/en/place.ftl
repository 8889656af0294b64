# Countries, calendars, currencies and languages by their codes.
place-cn = Mainland China
place-hk = Hong Kong
place-mo = Macao
place-sg = Singapore
place-my = Malaysia
place-id = Indonesia
place-th = Thailand
place-vn = Vietnam
place-ph = Philippines
place-la = Laos
place-kh = Cambodia
place-mm = Myanmar
place-bn = Brunei
place-language-en = English
place-language-zh = Chinese
