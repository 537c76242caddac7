// Preloaded with `--import`: the clock of the process is ahead by four hundred days and some hours.
const ahead = (400 * 24 + 7) * 3_600_000;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + ahead);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + ahead;
  }
};
