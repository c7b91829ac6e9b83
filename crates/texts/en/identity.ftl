## Two records of one human being

command-merge_identity = Record that two records are of one human being
command-undo_identity_merge = Record that two records are of two human beings

event-org-identity_merged = This record and { $with } are of one human being, by { $document_title }
event-org-identity_merge_undone = This record and { $with } are of two human beings, by { $document_title }

refusal-identity_merged_with_itself = Two different records are named
    .detail = Both are the same record.
    .remedy = Name the other record.
refusal-own_identity = Nobody merges or parts the own records
    .detail = One of the two records is of whoever asks.
    .remedy = Ask another administrator.
refusal-identity_unfounded = Records are merged and parted by a document
    .detail = No document is named.
    .remedy = Name the document that says so.
refusal-identity_merged_through_others = Both are merged through a third record
    .detail = The two were never merged directly.
    .remedy = Part each from the third record.
refusal-nominated_twice = One human being is nominated once in a campaign
    .detail = The nominee of { $nomination } is nominated in { $other } as well, by another record.
    .remedy = End one of the two nominations, or part the records if they are two people.
