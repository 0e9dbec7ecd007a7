select not exists (select from run where id >= @from and id < @until)
