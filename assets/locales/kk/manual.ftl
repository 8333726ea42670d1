# Нұсқаулық: бағдарлама ішіндегі кітап пен оған апаратын жолдар.

section-manual = Нұсқаулық

action-manual = Нұсқаулық
manual-contents = Мазмұны
manual-search = Нұсқаулықтан іздеу
manual-found = Табылғандар
manual-none = Нұсқаулықта мұндай сөз жоқ
manual-help = Осы терезе туралы нұсқаулық
