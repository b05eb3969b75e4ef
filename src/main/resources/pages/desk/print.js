// The button of a print preview.
document.getElementById('print').addEventListener('click', () => window.print());
