insert into form_key (name, content) values (@name, @content)
on conflict (name) do update set content = excluded.content
