-- An old call is explained by the clinic's set-up of its time, which the facts of it tell: a handful among all rows.
CREATE INDEX log_set_up ON log (seq) WHERE type IN ('v1.ConfigurationApplied', 'v1.ClinicChanged');
