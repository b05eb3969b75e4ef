'use strict';
window.ui = SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  // The validator is another site.
  validatorUrl: null,
});
