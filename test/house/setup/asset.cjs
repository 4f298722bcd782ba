/** Pictures and style sheets mean nothing in jest. */
module.exports = '';
