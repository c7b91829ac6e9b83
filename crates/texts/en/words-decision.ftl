## Kinds of decision

word-grant = grant
word-supplementary_grant = supplementary grant
word-amend = amendment
word-replace = replacement
word-revoke = revocation

## Grounds of revocation (Law on Emulation and Commendation, art. 93.2)

word-dishonest_declaration = the achievement was declared dishonestly
word-false_information_or_forged_dossier = false information or a forged dossier
word-procedure_violated = appraised, reviewed or proposed contrary to the law
word-violation_concluded = a violation within the period of achievement was concluded

## Numbers and signatures

word-khen = the register of Khen
word-number_mistyped = the number was typed wrongly
word-date_mistyped = the date was typed wrongly
word-signature_voided = the signature is voided
word-news_of_awardee = news about an awardee
word-content_wrong = the content is wrong
word-signed_by_mistake = signed by mistake
word-own_office = in the own office
word-kt = for the head (KT.)
word-tuq = by delegation (TUQ.)
word-decision_replaced = the decision is replaced

## Errors of form

word-abstract = the abstract
word-layout = the layout
word-heading_place = the place in the heading

## Commands

command-void_number = Void the number
command-void_signed_decision = Void the signature of the decision
command-issue_despite_hold = Have it issued despite a hold
command-issue_formal_correction = Issue a letter of correction
command-note_conduct = Note conduct
command-record_recall_confirmed = Record that a recall is confirmed
