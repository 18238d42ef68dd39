-- Whoever opens the sign-in page asks for it, before an organization is known.
CREATE INDEX policies_in_single_form ON policies (org_id) WHERE document @> '{"loginStyle": "singleForm"}';
