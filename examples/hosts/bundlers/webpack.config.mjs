export default {
  entry: './portal.js',
  mode: 'production',
  output: { filename: 'portal.js', publicPath: '/' },
};
