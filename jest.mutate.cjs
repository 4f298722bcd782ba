/** For mutation testing: the tests of the sums alone, in one project. */
const { projects } = require('./jest.config.cjs');

const sums = projects.find(({ displayName }) => displayName === 'sums');
module.exports = { ...sums, testPathIgnorePatterns: [...sums.testPathIgnorePatterns, '<rootDir>/test/house/'] };
