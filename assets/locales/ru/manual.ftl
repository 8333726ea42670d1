# Руководство: книга внутри программы и то, что к ней ведёт.

section-manual = Руководство

action-manual = Руководство
manual-contents = Содержание
manual-search = Искать в руководстве
manual-found = Найдено
manual-none = В руководстве таких слов нет
manual-help = Руководство об этом окне
