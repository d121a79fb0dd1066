-- A row of the log goes in its turn, the oldest first, and only where a checkpoint stands at it or behind it whose base is
-- whole, whose end the centre says that it holds, and which was kept 30 days after the row was written. Whatever else is
-- wrong, nothing goes beyond that.
CREATE TRIGGER log_goes_behind_checkpoint BEFORE DELETE ON log
WHEN OLD.seq > (SELECT min(seq) FROM log) OR NOT EXISTS (
  SELECT 1 FROM checkpoints c JOIN relay r ON r.acknowledged_seq >= c.seq
  WHERE c.seq > OLD.seq AND c.parts > 0 AND OLD.at <= c.kept_at - 2592000000
    AND c.parts = (SELECT count(*) FROM log_base b WHERE b.seq = c.seq)
)
BEGIN
  SELECT RAISE(ABORT, 'a row of the log goes behind a checkpoint alone');
END;

-- A checkpoint is of a row that is here as it says, or of one that is gone already.
CREATE TRIGGER checkpoint_is_of_the_log BEFORE INSERT ON checkpoints
WHEN NEW.seq >= (SELECT min(seq) FROM log) AND NOT EXISTS (
  SELECT 1 FROM log WHERE seq = NEW.seq AND epoch = NEW.epoch AND hash = NEW.hash
)
BEGIN
  SELECT RAISE(ABORT, 'a checkpoint is of a row of the log');
END;

CREATE TRIGGER checkpoint_is_never_changed BEFORE UPDATE ON checkpoints
BEGIN
  SELECT RAISE(ABORT, 'a checkpoint is never changed');
END;
