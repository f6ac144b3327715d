throw new Error('This browser is too old.');
