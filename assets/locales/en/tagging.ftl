# Tagging: why a candidate is offered.

reason-same-name = Same name
reason-name-form = Another form of the name: { $form }
reason-other-script = In another script: { $form }
reason-name-part = Part of the name is the same: { $form }
reason-name-begins = The name begins like this
reason-same-surname-given = Same surname and given name
reason-same-surname-initial = Same surname, the initial agrees
reason-same-surname = Same surname
reason-here-already = In this document already
reason-same-organisation = Same organisation: { $name }
