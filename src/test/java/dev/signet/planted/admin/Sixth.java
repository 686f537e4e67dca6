package dev.signet.planted.admin;

class Sixth {}
