# Құжат: жаңа құжат, жобаның мәтіні, тіркеу, нұсқалар.

section-new = Жаңа
section-versions = Нұсқалар
section-delete = Өшіру

action-article-new = Жаңа құжат
action-text-edit = Мәтінді түзету
action-text-leave = Түзетуді аяқтау
action-register = Тіркеу
action-version-add = Жаңа нұсқа қосу
action-version-next = Келесі нұсқа
action-version-previous = Алдыңғы нұсқа
action-version-compare = Нұсқаларды салыстыру
action-compare-next = Келесі айырма
action-compare-previous = Алдыңғы айырма
action-compare-close = Салыстыруды жабу
action-version-delete = Нұсқаның жобасын өшіру
action-article-delete = Құжаттың жобасын өшіру

cancel = Бас тарту

told-new-article = Жаңа құжат: { $reference }
told-deleted-article = Жоба өшірілді: { $reference }
told-deleted-version = Нұсқаның жобасы өшірілді
told-registered = Тіркелді: { $reference }
told-given-back = Өрістің бұрынғы мәні қайтарылды. Жазғаныңызды Ctrl+Z қайтарады

draft-title = Тақырыбы
draft-body = Мәтінді осында жазыңыз немесе қойыңыз
draft-untitled = Тақырыпсыз құжат
draft-blank = Мәтін әлі жоқ
    .next = Мәтінді жазыңыз, көшіріп қойыңыз немесе файлды терезеге сүйреп әкеліңіз.

register-title = Құжатты тіркеу
register-title-version = Жаңа нұсқаны тіркеу: { $what }
register-explained = Тіркелген мәтін – төлнұсқа: ол өзгертілмейді. Қатесі табылса, түзетілген жаңа нұсқасы қосылады, ал бұрынғысы сақталады. Қателесіп тіркесеңіз, тіркеуді қайтаруға болады.
register-texts = Тіркелетін мәтіндер
register-open = Әлі толтырылмаған

open-title = Тақырыбы жазылмаған.
open-body = Мәтіні жоқ.
open-date = Жарияланған күні көрсетілмеген.
open-unit = Іске салынбаған, кірісте тұр.
open-cast = Бірде-бір тұлға не ұйым белгіленбеген.
open-stale = Түзету кезінде бұзылған белгілер: { $count }.
open-speaker = Кімнің сөзі екені көрсетілмеген дәйексөздер: { $count }.
open-credit = Дереккөзі жоқ суреттер: { $count }.

version-title = Жаңа нұсқа
version-relation = Экрандағы мәтінмен байланысы
version-translates = Басқа тілдегі нұсқасы
relation-translates-hint = Сол мәтін басқа тілде; қатысушылары ортақ.
version-corrects = Түзету
relation-corrects-hint = Қатесі түзетілген мәтін; бұрынғысы сақталады.
version-replaces = Орнына жарияланған мәтін
relation-replaces-hint = Бұрынғы мәтінді толық алмастырады.
version-withdraws = Қайтарып алу
relation-withdraws-hint = Баспасөз қызметі мәтінді қайтарып алды; ол архивте қалады.
version-language = Тілі
version-text = Мәтіні
version-text-later = Мәтінді көшіріп қойыңыз немесе бос қалдырып, кейін теріңіз
version-text-copy = Бос қалдырсаңыз, экрандағы мәтіннің көшірмесі алынады
version-withdrawn-why = Неге қайтарып алынды
version-withdrawn-hint = Қайтарып алудың себебі, кім және қашан шешті. Қайтарып алынған мәтін архивте сол күйінде қалады.
version-make = Нұсқаны қосу
version-draft = жоба

compare-label = Екі нұсқаның айырмасы
compare-same = Екі нұсқаның мәтіні бірдей.
compare-count = Айырмасы бар абзацтар: { $count }

field-outgoing-number = Шығыс нөмірі
field-outgoing-date = Шығыс күні
field-unit = Қайда сақталады
field-kind-example = Баспасөз хабарламасы
event-unlink = Іс-шараны құжаттан алу: { $name }
event-new = Жаңа іс-шара: { $name }
subject-new = Жаңа айдар: { $name }
event-add = Іздеу немесе жаңасын қосу
action-article-open = Мәтін файлын ашу…
action-article-from-photos = Суреттерден жаңа құжат…
told-taken-in = Қабылданған құжаттар: { $count }
told-taken-in-with-photos = Қабылданған құжаттар: { $count }, суреттер: { $photos }
intake-title = Файлдарды қабылдау
intake-added = Құжат болып қосылды: { $count }
intake-refused = Қабылданбады: { $count }
intake-show = Көрсету: { $reference }
pasted-text = көшірілген мәтін
