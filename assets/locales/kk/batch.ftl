# Таңдалған көп құжатпен бірден істелетін әрекеттер: таңдау, алдын ала көру, нәтиже.

## Әрекеттер

section-several = Таңдалған құжаттар
action-register-several = { $shown } құжатты тіркеу…
action-delete-several = { $shown } құжаттың жобасын өшіру…
action-tag-several = { $shown } құжатта тұлғаны не ұйымды белгілеу…
action-tag-selected = Таңдалған құжаттарда тұлғаны не ұйымды белгілеу…
action-accept-several = { $shown } құжаттың анық ұсыныстарын қабылдау…
action-accept-certain = Анық ұсыныстардың бәрін қабылдау…
action-describe-selected = Таңдалғандардың сипаттамасын өзгерту
action-copy-references = Архивтік шифрларды көшіріп алу ({ $shown })

## Таңдау туралы

selection-label = Таңдалған құжаттар
selection-drafts = Тіркелмегені: { $shown }
selection-hint = Толтырылған өріс бәріне жазылады, қалғаны өзгермейді. Алдымен не өзгеретіні көрсетіледі.
selection-differs = әрқайсысында әртүрлі
selection-add-note = Ескертпеге қосып жазу
selection-heading = { $name }: { $total } құжаттың { $count } құжатында
selection-remove = «{ $name }» бәрінен алынсын
selection-removed = «{ $name }» алынады; қайтару
selection-added = «{ $name }» қосылады; бас тарту
selection-show = Не өзгеретінін көрсету…
selection-reset = Толтырғанды тазарту

## Алдын ала көру

batch-counting = Не өзгеретіні анықталып жатыр
batch-move-title = { $shown } құжатты ауыстыру
batch-set-title = { $shown } құжаттың сипаттамасын өзгерту
batch-will-register = Тіркеледі: { $shown }
batch-will-delete = Өшіріледі: { $shown }
batch-will-move = Ауыстырылады: { $shown }
batch-will-set = Өзгереді: { $shown }
batch-will-tag = Белгіленетін құжат: { $shown }
batch-will-accept = Ұсыныстары қабылданатын құжат: { $shown }
batch-same-register = Бұрыннан тіркелген: { $shown }
batch-same-move = Бұрыннан сонда: { $shown }
batch-same-set = Бұрыннан солай: { $shown }
batch-same-tag = Бұрыннан белгіленген: { $shown }
batch-same-accept = Анық ұсынысы жоқ: { $shown }
batch-hindered-untitled = Тақырыбы жоқ, тіркелмейді: { $shown }
batch-hindered-textless = Мәтіні жоқ, тіркелмейді: { $shown }
batch-hindered-registered = Мәтіні тіркелген, сол күйінде қалады: { $shown }
batch-hindered-transferred = Архивке тапсырылған, өшірілмейді: { $shown }
batch-hindered-unnamed = Мәтінінде ондай ат жоқ: { $shown }
batch-hindered-gone = Базада енді жоқ: { $shown }
batch-open = Тіркелетіндердің ішінде әлі толтырылмағаны
batch-open-date = Жарияланған күні көрсетілмеген: { $shown }
batch-open-unit = Іске салынбаған, кірісте тұр: { $shown }
batch-open-cast = Бірде-бір тұлға не ұйым белгіленбеген: { $shown }
batch-open-credit = Суретінің дереккөзі жоқ: { $shown }
batch-lines = Не өзгереді
batch-lines-delete = Не өшіріледі
batch-lines-first = { $what }: алғашқы { $shown } құжат
batch-named = Мәтінінде белгіленгені
batch-was = бұрын
batch-becomes = енді
batch-nothing = Өзгеретін ештеңе жоқ.
batch-one-undo = Мұның бәрі бір әрекет болып жазылады: бір рет «Қайтару» бәрін бұрынғы қалпына келтіреді.
batch-stopped = Тоқтатылды. Ештеңе өзгерген жоқ.
batch-do-register = Тіркеу ({ $shown })
batch-do-delete = Өшіру ({ $shown })
batch-do-move = Ауыстыру ({ $shown })
batch-do-set = Өзгерту ({ $shown })
batch-do-tag = Белгілеу ({ $shown })
batch-do-accept = Қабылдау ({ $shown })
batch-again = Қайта көру
batch-whom = Кім немесе қай ұйым?
batch-whom-hint = Атын теріңіз
batch-whom-explained = Таңдалған құжаттардың мәтінінде аты аталған жердің бәрі белгіленеді. Аты аталмаған құжат өзгермейді.

## Нәтиже

told-batch-register = Тіркелді: { $shown }
told-batch-delete = Өшірілді: { $shown }
told-batch-move = Ауыстырылды: { $shown }
told-batch-set = Өзгертілді: { $shown }
told-batch-tag = Белгіленген құжат: { $shown }
told-batch-accept = Ұсыныстары қабылданған құжат: { $shown }
told-references-copied = Көшіріп алынды: { $shown }

## Тапсырудағы жобалар

transfer-drafts-stay = Тіркелмеген жоба тапсыруға кірмейді: { $shown }
transfer-drafts-why = Жобаның мәтіні акт жасалғаннан кейін де өзгеруі мүмкін. Жобаларды қазір тіркеуге болады.
transfer-drafts-register = Жобаларды тіркеу ({ $shown })…
transfer-draft-stays = Тапсырылмайды: жоба. Белгілесеңіз, осы күйінде тапсырылады.
transfer-draft-goes = Жоба күйінде тапсырылады: мәтіні кейін өзгеруі мүмкін.
transfer-closed-stays = Тапсырылмайды. Белгілесеңіз, бәрібір тапсырылады.
transfer-closed-goes = Шектеуіне қарамастан тапсырылады.
