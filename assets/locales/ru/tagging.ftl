# Пометки: почему предложен кандидат.

reason-same-name = Имя совпадает
reason-name-form = Другая форма имени: { $form }
reason-other-script = В другой письменности: { $form }
reason-name-part = Совпадает часть имени: { $form }
reason-name-begins = Имя начинается так же
reason-same-surname-given = Те же фамилия и имя
reason-same-surname-initial = Та же фамилия, совпадает инициал
reason-same-surname = Та же фамилия
reason-here-already = Уже есть в этом документе
reason-same-organisation = Та же организация: { $name }
