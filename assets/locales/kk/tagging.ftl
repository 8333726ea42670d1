# Белгілеу: кандидат неге ұсынылды.

reason-same-name = Аты дәл сәйкес
reason-name-form = Атының басқа түрі: { $form }
reason-other-script = Басқа жазуда: { $form }
reason-name-part = Атының бір бөлігі сәйкес: { $form }
reason-name-begins = Аты осылай басталады
reason-same-surname-given = Тегі мен есімі бірдей
reason-same-surname-initial = Тегі бірдей, есімінің бас әрпі сәйкес
reason-same-surname = Тегі бірдей
reason-here-already = Осы құжатта бар
reason-same-organisation = Ұйымы бірдей: { $name }
