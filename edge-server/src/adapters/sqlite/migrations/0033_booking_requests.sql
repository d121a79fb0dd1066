-- What a tablet shows of requests to the centre is read after every one that is raised or answered: what waits, and what
-- was asked today.
CREATE INDEX requests_waiting ON requests (accepted, at, id) WHERE ours = 1 AND accepted IS NULL;
CREATE INDEX requests_by_time ON requests (at, id);
