select content from form_key
