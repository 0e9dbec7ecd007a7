insert into migration (name, checksum) values (@name, @checksum)
