-- No expectation looks further back than its period and grace, two years at the most.
select from_at, until_at from gap where until_at > @since order by from_at
