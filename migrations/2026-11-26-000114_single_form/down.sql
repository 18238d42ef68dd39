DROP INDEX policies_in_single_form;
