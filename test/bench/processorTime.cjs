// Loaded before a program that is measured: writes the microseconds of processor time that it took, all threads together.
const { writeFileSync } = require('node:fs');
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.MERIDIAN_BENCH_TIME, String(user + system));
});
