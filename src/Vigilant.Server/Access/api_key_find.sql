select project_id from api_key where hash = @hash
